import eslint from '@eslint/js';
import ngrx from '@ngrx/eslint-plugin';
import sheriff from '@softarc/eslint-plugin-sheriff';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tsdoc from 'eslint-plugin-tsdoc';
import tseslint from 'typescript-eslint';

const FRAMEWORKS = ['@angular/*', '@ngrx/*', 'rxjs', 'rxjs/*'];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.angular/',
      'coverage/',
      'goldens/',
      'node_modules/',
      'test-results/',
      'sheriff.config.ts',
      // Compiled by the hosts that the compatibility check makes, each with its own Angular.
      'scripts/compat/host/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [
      eslint.configs.recommended,
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked,
      prettier,
    ],
    plugins: { tsdoc },
    languageOptions: {
      parserOptions: {
        project: [
          'src/tsconfig.app.json',
          'src/tsconfig.spec.json',
          'projects/*/tsconfig.json',
          'projects/*/tsconfig.app.json',
          'projects/*/tsconfig.lib.json',
          'projects/*/tsconfig.spec.json',
          'projects/finesse-tunnel/schematics/tsconfig.spec.json',
          'e2e/tsconfig.json',
          'interop/tsconfig.json',
          'docs/examples/tsconfig.json',
          'docs/.vitepress/tsconfig.json',
          'examples/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'tsdoc/syntax': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An empty class is Angular's normal way to write a module or a routed page.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Reducers and guards return unions whose members TypeScript tells apart without this help.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'projects/finesse-tunnel/**/*.ts'],
    extends: [
      ...angular.configs.tsRecommended,
      ...ngrx.configs.allTypeChecked,
      sheriff.configs.all,
    ],
    processor: angular.processInlineTemplates,
  },
  {
    files: ['src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    files: [
      'projects/finesse-tunnel/protocol/**/*.ts',
      'projects/finesse-tunnel/xml/**/*.ts',
      'projects/event-tunnel/**/*.ts',
      'projects/finesse-sandbox/**/*.ts',
    ],
    rules: { 'no-restricted-imports': ['error', { patterns: FRAMEWORKS }] },
  },
  {
    files: ['src/**/*.ts', 'docs/examples/**/*.ts', 'examples/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: 'projects/|finesse-tunnel/(src|protocol/src|rest/src|testing/src|xml/src)',
              message: "The dashboard uses the library's public API only.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts', '**/cases/**/*.ts', 'e2e/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
