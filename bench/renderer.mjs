// The page's process as the system sees it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Peak resident bytes of the largest renderer of the browser with this profile folder: a page with all its workers. */
export function peakOfRenderer(profile) {
  const processes = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('--type=renderer') && line.includes(profile.split('/').at(-1)));
  const peaks = processes.map((line) => {
    try {
      const status = readFileSync(`/proc/${line.trim().split(' ')[0]}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
    } catch {
      return 0; // it has ended meanwhile
    }
  });
  return Math.max(0, ...peaks);
}
