import { extname } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';

/**
 * Makes the links of the repository those of the site. A README is the index of its folder; a link to a source means
 * something in the repository only, so that its text stays, as text.
 */
export function linkForSite(markdown: MarkdownRenderer): void {
  markdown.core.ruler.after('inline', 'link-for-site', ({ tokens }) => {
    for (const { children } of tokens) {
      let dropped = 0;
      for (const token of children ?? []) {
        const href = token.attrGet('href') ?? '';
        if (token.type === 'link_open' && isPage(href)) {
          token.attrSet('href', href.replace(/README\.md(?=#|$)/, 'index.md'));
        } else if (token.type === 'link_open') {
          dropped++;
          token.hidden = true;
        } else if (token.type === 'link_close' && dropped > 0) {
          dropped--;
          token.hidden = true;
        }
      }
    }
  });
}

/** Another site, an anchor, or a document of this repository. */
function isPage(href: string): boolean {
  const [path = ''] = href.split('#');
  return /^[a-z]+:/i.test(href) || path === '' || extname(path) === '.md';
}
