import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';

const typed = {
  extends: [eslint.configs.recommended, ...tseslint.configs.strictTypeChecked],
  rules: {
    '@typescript-eslint/strict-boolean-expressions': [
      'error',
      { allowNumber: false, allowString: false, allowNullableObject: false },
    ],
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  },
};

export default defineConfig(
  { ignores: ['node_modules/', 'build/', 'coverage/', 'main.js', 'tests/vault/'] },
  {
    files: ['src/**/*.ts', 'package.json'],
    extends: [obsidianmd.configs.recommended],
  },
  {
    ...typed,
    files: ['src/**/*.ts'],
    linterOptions: { noInlineConfig: true },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
  },
  {
    ...typed,
    files: ['tests/**/*.ts', 'vitest.config.ts'],
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: { project: './tests/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['manifest.json'],
    plugins: { obsidianmd },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        extraFileExtensions: ['.json'],
        projectService: { allowDefaultProject: ['manifest.json'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: { 'obsidianmd/validate-manifest': 'error' },
  },
);
