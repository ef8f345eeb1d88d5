// check.cjs FILE...: each an R4 resource without errors, by the npm package "fhir"; what the file
// is made of is printed, so that a test sees that nothing was empty.
const fs = require('fs');
const { Fhir } = require('fhir');

function errorsOf(file) {
    const resource = JSON.parse(fs.readFileSync(file, 'utf8'));
    const found = new Fhir().validate(resource, { errorOnUnexpected: true });
    const kinds = (resource.entry || []).map(each => each.resource.resourceType);
    console.log([resource.resourceType, ...new Set(kinds)].join(' '));
    return found.messages.filter(each => each.severity === 'error' || each.severity === 'fatal');
}

let bad = 0;
for (const file of process.argv.slice(2)) {
    const errors = errorsOf(file);
    for (const each of errors.slice(0, 20)) console.error(`${each.location}: ${each.message}`);
    bad += errors.length;
}
process.exit(bad === 0 ? 0 : 1);
