/** Recording a voice message. */

const FORMATS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

/** Start recording. Resolves to {stop, drop}; `stop()` resolves to {blob, seconds}. Rejects when there is no microphone. */
export async function record(onSecond) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const format = FORMATS.find((each) => MediaRecorder.isTypeSupported(each));
  const recorder = new MediaRecorder(stream, format ? { mimeType: format } : {});
  const pieces = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  recorder.start();
  const began = Date.now();
  const seconds = () => Math.max(1, Math.round((Date.now() - began) / 1000));
  const ticking = setInterval(() => onSecond(seconds()), 1000);
  const finish = () => { clearInterval(ticking); for (const track of stream.getTracks()) track.stop(); };
  const stop = () => new Promise((resolve) => {
    const length = seconds();
    recorder.onstop = () => { finish(); resolve({ blob: new Blob(pieces, { type: recorder.mimeType }), seconds: length }); };
    recorder.stop();
  });
  const drop = () => { recorder.onstop = null; recorder.stop(); finish(); };
  return { stop, drop };
}
