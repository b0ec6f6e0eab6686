module.exports = () => globalThis.relaisServices.stop();
