// Translates every CQL file of a directory; exits 1 where one has an error.
//
// Usage: node translate.mjs MODULES CQL_DIRECTORY OUT_DIRECTORY
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { systemModelInfo } from './system-modelinfo.mjs';

const [modules, directory, out] = process.argv.slice(2);
const { CqlTranslator, LibraryManager, ModelManager, createLibrarySourceProvider,
        createModelInfoProvider, stringAsSource } =
    await import(pathToFileURL(join(modules, '@cqframework/cql/cql-to-elm.mjs')));

const fhirModelInfo =
    readFileSync(join(modules, 'cql-exec-fhir/lib/modelInfos/fhir-modelinfo-4.0.1.xml'), 'utf8');
const source = name => readFileSync(join(directory, `${name}.cql`), 'utf8');

const models = new ModelManager();
models.modelInfoLoader.registerModelInfoProvider(createModelInfoProvider(name =>
    name === 'System' ? stringAsSource(systemModelInfo)
        : name === 'FHIR' ? stringAsSource(fhirModelInfo) : null));
const libraries = new LibraryManager(models);
libraries.librarySourceLoader.registerProvider(createLibrarySourceProvider(name =>
    stringAsSource(source(name))));

let errors = 0;
mkdirSync(out, { recursive: true });
for (const file of readdirSync(directory).filter(name => name.endsWith('.cql')).sort()) {
    const name = file.slice(0, -'.cql'.length);
    const elm = CqlTranslator.fromText(source(name), libraries).toJson();
    const notes = JSON.parse(elm).library.annotation ?? [];
    for (const note of notes.filter(n => n.errorSeverity === 'error')) {
        console.error(`${file}:${note.startLine}:${note.startChar}: ${note.message}`);
        errors++;
    }
    writeFileSync(join(out, `${name}.json`), elm);
}
console.log(`CQL translated, ${errors} errors`);
process.exit(errors === 0 ? 0 : 1);
