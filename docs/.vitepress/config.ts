import { defineConfig } from 'vitepress';
import { linkForSite } from './link-for-site';

/** The site is made of the documents where they are, so that their links work here and in the repository alike. */
export default defineConfig({
  title: 'finesse-tunnel',
  description: 'Cisco Finesse events in Angular',
  lang: 'en',
  srcDir: '..',
  srcExclude: [
    'README.md',
    '**/node_modules/**',
    'dist/**',
    'coverage/**',
    'test-results/**',
    'goldens/**',
    'temp/**',
  ],
  outDir: '../dist/docs',
  cacheDir: '../dist/.docs-cache',
  rewrites: {
    'docs/index.md': 'index.md',
    'projects/:part/README.md': 'projects/:part/index.md',
    'examples/README.md': 'examples/index.md',
    'docs/api/README.md': 'docs/api/index.md',
  },
  cleanUrls: true,
  markdown: { config: linkForSite },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Start', link: '/docs/start' },
      { text: 'Library', link: '/projects/finesse-tunnel/' },
      { text: 'Cookbook', link: '/docs/cookbook' },
      { text: 'API', link: '/docs/api/' },
    ],
    sidebar: [
      {
        text: 'Begin',
        items: [
          { text: 'Five-minute start', link: '/docs/start' },
          { text: 'Concepts', link: '/docs/concepts' },
          { text: 'Examples', link: '/examples/' },
          { text: 'Coming from finesse.js', link: '/docs/migration' },
        ],
      },
      {
        text: 'Use',
        items: [
          { text: 'Library', link: '/projects/finesse-tunnel/' },
          { text: 'Cookbook', link: '/docs/cookbook' },
          { text: 'Troubleshooting', link: '/docs/troubleshooting' },
          { text: 'Error codes', link: '/projects/finesse-tunnel/docs/errors' },
          { text: 'Sandbox', link: '/projects/finesse-sandbox/' },
          { text: 'EventTunnel page', link: '/projects/event-tunnel/' },
          { text: 'Dashboard', link: '/docs/dashboard' },
        ],
      },
      {
        text: 'Understand',
        items: [
          { text: 'The wire', link: '/docs/protocol' },
          { text: 'Recovery', link: '/docs/recovery' },
          { text: 'Security', link: '/docs/security' },
          { text: 'Performance', link: '/docs/performance' },
          { text: 'Other servers', link: '/docs/interop' },
          { text: 'Other clients', link: '/docs/fidelity' },
          { text: 'Scale-out', link: '/docs/scale-out' },
        ],
      },
      {
        text: 'Reference',
        items: [
          { text: 'API', link: '/docs/api/' },
          { text: 'Changes', link: '/CHANGELOG' },
          { text: 'Contributing', link: '/CONTRIBUTING' },
        ],
      },
    ],
  },
});
