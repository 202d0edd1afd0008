import { GenesysWebchat } from 'genesys-webchat/react';
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
        <GenesysWebchat
          dataUrl={dataUrl}
          userData={userData}
          theme={theme}
          pollingLive={100}
          pollingIdle={100}
          onStarted={() => tell('started')}
          onMessageReceived={({ detail }) => tell(...detail.messages.map(({ text }) => text))}
        />
      )}
    </>
  );
}

createRoot(document.querySelector('#app')!).render(<App />);
