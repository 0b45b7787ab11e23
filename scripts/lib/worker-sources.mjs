/**
 * For every bundler that meets `src/platform`: `import source from './search-worker?source'` is the file with all that
 * it imports, as the text of one CommonJS script. A worker is started from that text, so it is found inside a packed
 * application, beside a test and on the command line alike.
 */
import { build } from 'vite';

const mark = '?source';

export function workerSources() {
  const built = new Map();
  return {
    name: 'emic:worker-sources',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.endsWith(mark)) return null;
      const file = await this.resolve(id.slice(0, -mark.length), importer, { skipSelf: true });
      return file && `${file.id}${mark}`;
    },
    async load(id) {
      if (!id.endsWith(mark)) return null;
      const file = id.slice(0, -mark.length);
      if (!built.has(file)) built.set(file, bundle(file));
      return `export default ${JSON.stringify(await built.get(file))};`;
    },
  };
}

async function bundle(file) {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      write: false,
      target: 'node18',
      minify: true,
      rolldownOptions: { input: file, output: { format: 'cjs' } },
    },
  });
  const [{ output }] = [result].flat();
  if (output.length !== 1) throw new Error(`${file} became ${output.length} files; a worker is one`);
  return output[0].code;
}
