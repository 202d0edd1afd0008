import 'genesys-webchat';
import type {} from 'genesys-webchat/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const dataUrl = new URLSearchParams(location.search).get('chat') ?? undefined;
const userData = { plan: 'gold' };

function App() {
  const [shown, setShown] = useState(true);
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [log, setLog] = useState<string[]>([]);
  const tell = (...lines: string[]) => setLog((before) => [...before, ...lines]);
  return (
    <>
      <button onClick={() => setTheme('dark')}>Dark theme</button>
      <button onClick={() => setShown(!shown)}>{shown ? 'Remove the chat' : 'Show the chat'}</button>
      <ul>
        {log.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
      {shown && (
        <genesys-webchat
          data-url={dataUrl}
          polling-live="100"
          polling-idle="100"
          userData={userData}
          theme={theme}
          onstarted={() => tell('started')}
          onmessageReceived={({ detail }) => tell(...detail.messages.map(({ text }) => text))}
        />
      )}
    </>
  );
}

createRoot(document.querySelector('#app')!).render(<App />);
