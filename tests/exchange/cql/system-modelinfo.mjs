// The types of CQL itself, which the translator's package does not bring along: the
// names alone, as the CQL specification lists them.
const simple = ['Boolean', 'Integer', 'Long', 'Decimal', 'String', 'Date', 'DateTime', 'Time'];
const classes = {
    Quantity: { value: 'Decimal', unit: 'String' },
    Ratio: { numerator: 'Quantity', denominator: 'Quantity' },
    Code: { code: 'String', system: 'String', version: 'String', display: 'String' },
    Concept: { codes: ['Code'], display: 'String' },
    Vocabulary: { id: 'String', version: 'String', name: 'String' },
    CodeSystem: {},
    ValueSet: { codesystems: ['CodeSystem'] },
};
const bases = { CodeSystem: 'Vocabulary', ValueSet: 'Vocabulary' };

const element = ([name, type]) => Array.isArray(type)
    ? `<element name="${name}"><elementTypeSpecifier xsi:type="ListTypeSpecifier"`
        + ` elementType="System.${type[0]}"/></element>`
    : `<element name="${name}" elementType="System.${type}"/>`;

const typeInfo = (kind, name, base, elements) =>
    `<typeInfo xsi:type="${kind}" name="System.${name}" baseType="System.${base}">`
    + elements.join('') + '</typeInfo>';

export const systemModelInfo = '<?xml version="1.0" encoding="UTF-8"?>'
    + '<modelInfo xmlns="urn:hl7-org:elm-modelinfo:r1"'
    + ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    + ' name="System" version="1.0.0" url="urn:hl7-org:elm-types:r1">'
    + '<typeInfo xsi:type="SimpleTypeInfo" name="System.Any"/>'
    + simple.map(name => typeInfo('SimpleTypeInfo', name, 'Any', [])).join('')
    + Object.entries(classes).map(([name, elements]) =>
        typeInfo('ClassInfo', name, bases[name] ?? 'Any',
            Object.entries(elements).map(element))).join('')
    + '</modelInfo>';
