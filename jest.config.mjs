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

const project = (displayName, testMatch, seconds) => ({
  ...base,
  displayName,
  testMatch,
  globals: { secondsAtMost: seconds },
  setupFilesAfterEnv: ['<rootDir>/libs/testing/src/jest-timeout.ts'],
});

// Seconds are a bound against hanging, not a measurement.
export default {
  // The tests wait for PostgreSQL as long as they reckon: a worker for every core, jest itself does next to nothing.
  maxWorkers: '100%',
  // What a suite leaves behind in its worker adds up over three hundred of them: a worker above this starts afresh before its next suite.
  workerIdleMemoryLimit: '1GB',
  projects: [
    project('unit', ['<rootDir>/{libs,apps}/**/*.spec.ts'], 30),
    project('architecture', ['<rootDir>/test/architecture/**/*.arch-spec.ts'], 120),
    project('database', ['<rootDir>/{libs,test}/**/*.db-spec.ts'], 60),
    project('end-to-end', ['<rootDir>/{apps,test}/**/*.e2e-spec.ts'], 120),
    project('browser', ['<rootDir>/test/{browser,corpora}/**/*.browser-spec.ts'], 120),
    project('gallery', ['<rootDir>/test/gallery/**/*.gallery-spec.ts'], 1800),
    project('faults', ['<rootDir>/test/faults/**/*.fault-spec.ts'], 3600),
  ],
};
