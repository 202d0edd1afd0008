/** @jsxImportSource preact */
import 'genesys-webchat';
import { render } from 'preact';
import { useState } from 'preact/hooks';

const dataUrl = new URLSearchParams(location.search).get('chat');
const userData = { plan: 'gold' };

function App() {
  const [shown, setShown] = useState(true);
  const [theme, setTheme] = useState('light');
  const [log, setLog] = useState([]);
  const tell = (...lines) => setLog((before) => [...before, ...lines]);
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

render(<App />, document.querySelector('#app'));
