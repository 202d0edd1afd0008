/** The tones: their pitch in hertz, and when they begin, in seconds. */
const tones = [
  { pitch: 659.3, at: 0 },
  { pitch: 880, at: 0.13 },
];

const loudness = 0.12;

/** How long a tone takes to fade, in seconds. */
const fade = 0.45;

/** As long as one tab has the turn, no other sounds for the same message: they hear of it within that time. */
const turn = 2000;

/** Two short tones, unless another tab sounds for it, or shows it to the visitor; `isSeen` tells whether this one does. */
export async function sound(isSeen: boolean, time: number): Promise<void> {
  // Browsers keep a page silent that nobody has touched; another tab may do better.
  if (!isSeen && !navigator.userActivation.hasBeenActive) return;
  if (!('locks' in navigator)) {
    if (!isSeen) await play();
    return;
  }
  await navigator.locks.request('genesys-webchat/sound', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    // Code that took long to load comes too late for the turn of another tab.
    if (!isSeen && Date.now() - time < turn) await play();
    await new Promise((resolve) => setTimeout(resolve, turn));
  });
}

async function play(): Promise<void> {
  const context = new AudioContext();
  const volume = context.createGain();
  volume.gain.value = loudness;
  volume.connect(context.destination);
  const ends = tones.map(
    ({ pitch, at }) =>
      new Promise((resolve) => {
        const tone = context.createOscillator();
        const envelope = context.createGain();
        const start = context.currentTime + at;
        tone.frequency.value = pitch;
        envelope.gain.setValueAtTime(0, start);
        // Without a rise and a fall it would click.
        envelope.gain.linearRampToValueAtTime(1, start + 0.015);
        envelope.gain.exponentialRampToValueAtTime(0.001, start + fade);
        tone.connect(envelope).connect(volume);
        tone.addEventListener('ended', resolve);
        tone.start(start);
        tone.stop(start + fade);
      }),
  );
  await context.resume();
  await Promise.all(ends);
  await context.close();
}
