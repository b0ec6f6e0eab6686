const Module = require('node:module');
const { dirname, join } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const ROOT = join(__dirname, '../..');
/** What the part of Jest that runs tests writes in the globals. */
const STATE = new Set(['JEST_STATE_SYMBOL', 'EVENT_HANDLERS']);
const sourceMaps = new Map();
/** What compiles, once in each worker: Jest's, which keeps the result on the disk. */
let compiler;

const transformed = (path) => {
  const code = compiler.transform(path);
  sourceMaps.set(path, compiler.getSourceMaps().get(path));
  return code;
};

for (const extension of ['.ts', '.tsx'])
  Module._extensions[extension] = (module, path) => module._compile(transformed(path), path);

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  resolve(request.replace(/^@app\/([^/]+)$/, `${ROOT}/libs/$1/src`), ...rest);

/**
 * Test files are read one by one, but what they need (the application, its libraries) is loaded once in each worker, by
 * Node.js: Jest would load all of it again for each file, seven seconds of a processor each time.
 */
module.exports = class extends Runtime {
  constructor(...parts) {
    super(...parts);
    compiler = this.transformCache;
  }

  /** `process` is the worker's own: it keeps its door to the modules of Node.js. */
  installGetBuiltinModule() {}

  /** The parts of Jest that run the tests: those of one file must not know those of the one before. */
  requireInternalModule(path) {
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (STATE.has(symbol.description)) delete globalThis[symbol];
    delete require.cache[path];
    return require(path);
  }

  requireModule(path) {
    const module = new Module(path);
    Object.assign(module, { filename: path, paths: Module._nodeModulePaths(dirname(path)) });
    const { jest } = this.requireModuleOrMock(path, '@jest/globals');
    compileFunction(transformed(path), ['module', 'exports', 'require', '__dirname', '__filename', 'jest'], {
      filename: path,
    })(module, module.exports, Module.createRequire(path), dirname(path), path, jest);
    return module.exports;
  }

  getSourceMaps() {
    return sourceMaps;
  }
};
