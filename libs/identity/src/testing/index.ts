export { type DemoPerson, type DemoProvider, type ProviderBrowser, startDemoProvider } from './demo-provider.js';
export { sealBy } from './seal-by.js';
