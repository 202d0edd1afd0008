import 'genesys-webchat';
import { createSignal, For, Show } from 'solid-js';
import { render } from 'solid-js/web';

const dataUrl = new URLSearchParams(location.search).get('chat');
const userData = { plan: 'gold' };

function App() {
  const [shown, setShown] = createSignal(true);
  const [theme, setTheme] = createSignal('light');
  const [log, setLog] = createSignal([]);
  const tell = (...lines) => setLog((before) => [...before, ...lines]);
  return (
    <>
      <button onClick={() => setTheme('dark')}>Dark theme</button>
      <button onClick={() => setShown(!shown())}>{shown() ? 'Remove the chat' : 'Show the chat'}</button>
      <ul>
        <For each={log()}>{(line) => <li>{line}</li>}</For>
      </ul>
      <Show when={shown()}>
        <genesys-webchat
          attr:polling-live="100"
          attr:polling-idle="100"
          prop:dataUrl={dataUrl}
          prop:userData={userData}
          prop:theme={theme()}
          on:started={() => tell('started')}
          on:messageReceived={({ detail }) => tell(...detail.messages.map(({ text }) => text))}
        />
      </Show>
    </>
  );
}

render(App, document.querySelector('#app'));
