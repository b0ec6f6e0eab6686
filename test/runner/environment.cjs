const { ModuleMocker } = require('jest-mock');

/** The worker's own globals, instead of a copy of them for each file: what the files load can then be shared. */
module.exports = class {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  // Jest dresses these two for each file.
  dressed = { console, exit: process.exit };

  getVmContext = () => globalThis;
  setup = async () => {};
  teardown = async () => {
    globalThis.console = this.dressed.console;
    process.exit = this.dressed.exit;
  };
};
