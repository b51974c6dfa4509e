// Nothing of a machine in the project (absolute paths of homes), and no address that the page could call.
import { problemsByLine } from './files.mjs';

const machinePath = /(?:^|[\s"'`(=:])\/(?:home|root|work|Users|mnt|private)\/\w/;
const address = /https?:\/\/(?!www\.w3\.org\/|localhost\b|127\.0\.0\.1\b|www\.apache\.org\/licenses)/;

export function judgePrivacy(line, path) {
  if (machinePath.test(line)) return 'names a folder of one machine';
  // proof.ts tries to get out on purpose, to show that it cannot.
  if (path === 'web/src/frame/proof.ts') return undefined;
  if (/^web\/(src|index\.html|public)/.test(path) && address.test(line))
    return 'the page must not name an address outside itself';
  return undefined;
}

export const privacy = () => problemsByLine(/\.(?!(?:xlsx?|ods|png|ico|woff2?|zip|gz)$)\w+$|^[^.]+$/, judgePrivacy);
