import type { Plugin } from 'vite';

export function workerSources(): Plugin;
