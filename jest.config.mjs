// One configuration, four projects: pure rules, database, end to end, browser. tools/test.mjs starts the servers they need.
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, importAttributes: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  sourceMaps: 'inline',
};

const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#lib/(.*)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': ['@swc/jest', swc],
    // Jest 30 cannot require() these two ES modules before Node 24.9; @swc/jest makes them CommonJS.
    '^.+\\.m?js$': ['@swc/jest', { jsc: { target: 'es2022' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(.*/)?(content-disposition|cookie)/)', '/tools/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.talqy/'],
  setupFiles: ['<rootDir>/libs/testing/src/jest-setup.ts'],
};

const project = (displayName, testMatch, extra = {}) => ({ ...base, displayName, testMatch, ...extra });

export default {
  projects: [
    project('unit', ['<rootDir>/{libs,apps}/**/*.spec.ts']),
    project('architecture', ['<rootDir>/test/architecture/**/*.arch-spec.ts']),
    project('database', ['<rootDir>/{libs,test}/**/*.db-spec.ts']),
    project('end-to-end', ['<rootDir>/{apps,test}/**/*.e2e-spec.ts']),
    project('browser', ['<rootDir>/test/browser/**/*.browser-spec.ts']),
    project('faults', ['<rootDir>/test/faults/**/*.fault-spec.ts']),
  ],
};
