// What an Electron application takes that does nothing: the measure for Emic's own start.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1360, height: 860, show: false });
  window.once('ready-to-show', () => {
    window.show();
    console.log(`EMIC_MEASURE ${JSON.stringify({ usable: Date.now() })}`);
  });
  window.loadFile(join(__dirname, 'index.html'));
});
