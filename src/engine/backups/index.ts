export type { BackupKeeper } from './backup-keeper';
export { createBackupKeeper } from './keeper';
export { isBackupPath } from './names';
export { makeProjectOf } from './restore';
export { noteRestored } from './restored';
