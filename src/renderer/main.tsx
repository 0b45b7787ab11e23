import './ui/fonts.css';
import './ui/base.css';
import './ui/forced-colors.css';
import { createRoot } from 'react-dom/client';
import { followMenu } from './actions/follow-menu';
import { listenForShortcuts } from './actions/keyboard';
import { App } from './app/App';
import { followShell } from './app/follow-shell';
import { followTheme } from './app/theme-store';
import { engine, followEngine } from './client';

followTheme();
followEngine();
engine.connect();
followShell();
listenForShortcuts();
followMenu();

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(<App />);
