// Turns the build into one HTML file that carries its script, its style and a policy that allows exactly these and no connection.

import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

export interface OneFileOptions {
  fileName: string;
  offline: boolean; // with a service worker and a manifest beside it
}

const kHidden = '__PADAN_VERSION__';

export function oneFile(options: OneFileOptions): Plugin {
  return {
    name: 'padan-one-file',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      let script = '';
      let style = '';
      for (const [name, item] of Object.entries(bundle)) {
        if (item.type === 'chunk' && name !== 'sw.js') {
          script += item.code;
          delete bundle[name];
        } else if (item.type === 'asset' && name.endsWith('.css')) {
          style += String(item.source);
          delete bundle[name];
        }
      }
      const page = bundle['index.html'];
      if (page?.type !== 'asset' || script === '' || style === '') {
        throw new Error('one-file: the page, its script or its style is missing from the bundle');
      }
      page.source = assemble(String(page.source), script, style, options);
      page.fileName = options.fileName;
      const worker = bundle['sw.js'];
      if (worker?.type === 'chunk') {
        worker.code = worker.code.replace(kHidden, hash(page.source).slice(0, 16));
      }
    },
  };
}

function assemble(html: string, script: string, style: string, options: OneFileOptions): string {
  const safeScript = script.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(safeScript, style, options)}" />`;
  const manifest = options.offline ? '<link rel="manifest" href="./manifest.webmanifest" />' : '';
  return html
    .replace(/<script type="module"[^>]*><\/script>/g, '')
    .replace(/<link rel="(stylesheet|modulepreload)"[^>]*>/g, '')
    .replace('<head>', () => `<head>${meta}`)
    .replace('</head>', () => `${manifest}<style>${style}</style></head>`)
    .replace('</body>', () => `<script type="module">${safeScript}</script></body>`);
}

/** Everything is forbidden but the script and style whose hashes stand here, workers made by them, and pictures made in the page. */
function policy(script: string, style: string, { offline }: OneFileOptions): string {
  const rules = [
    "default-src 'none'",
    `script-src 'sha256-${hash(script)}' 'wasm-unsafe-eval'`,
    `style-src 'sha256-${hash(style)}'`,
    `worker-src ${offline ? "'self' " : ''}blob:`,
    ...(offline ? ["manifest-src 'self'"] : []),
    'img-src data: blob:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ];
  return rules.join('; ');
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
