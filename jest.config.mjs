/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/__tests__/**/*.test.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx', '.yaml'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'json', 'yaml', 'node'],
  transform: { '\\.(tsx?|yaml)$': '<rootDir>/scripts/jest-transform.mjs' },
  setupFiles: ['<rootDir>/__tests__/setup.mjs'],
  // Jest's ES module mode leaks slowly: a worker that has grown is replaced.
  workerIdleMemoryLimit: '512MB',
  testTimeout: 60_000,
};
