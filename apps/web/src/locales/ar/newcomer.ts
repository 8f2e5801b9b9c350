export { default as common } from './common.json';
export { default as problems } from './problems.json';
export { default as survey } from './survey.json';
