// fhir_check.js FILE: validates a bundle by the npm package "fhir" (R4), which stands in the folder
// that KAWAN_FHIR_VALIDATOR names: npm install fhir@4.12.0
const fs = require('fs');
const path = require('path');
const { Fhir } = require(path.join(process.env.KAWAN_FHIR_VALIDATOR, 'node_modules', 'fhir'));
const bundle = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const found = new Fhir().validate(bundle, { errorOnUnexpected: true });
const errors = found.messages.filter(m => m.severity === 'error' || m.severity === 'fatal');
for (const each of errors.slice(0, 20)) console.error(each.location + ': ' + each.message);
process.exit(errors.length === 0 ? 0 : 1);
