export { type DemoPerson, type DemoProvider, type ProviderBrowser, startDemoProvider } from './demo-provider.js';
