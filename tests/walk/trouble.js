async ({ mark, event }) => {
  const events = [
    { name: mark, payload: { words: mark } },
    { name: `${event}.${mark}`, payload: {} },
    { name: `${event}._show`, payload: { plan: mark, question: mark } },
    { name: `${event}.setvar`, payload: { var_name: "words", value: mark } },
    { name: `${event}.save`, payload: { question: mark, words: mark } },
    { name: `${event}.save`, payload: { question: 7, words: [mark] } },
    { name: `${event}.save`, payload: { question: "A1", words: mark + "\ud800" } },
    { name: `${event}.save`, payload: { question: "A1", words: mark, more: mark } },
    { name: `${event}.save`, payload: { question: "A1", words: mark.repeat(1500) } },
    { name: `${event}.choose`, payload: { question: "A1", standing: mark } },
    { name: `${event}.take_out`, payload: { turn: mark } },
    { name: `${event}.load`, payload: {}, router_data: { pathname: `/${mark}`, asPath: `/${mark}`, query: { mark } } },
    mark, [mark], null, 7,
  ];
  const frames = [
    ...events.map((one) => "42/_event," + JSON.stringify(["event", one])),
    "42/_event," + JSON.stringify(["client_error", { message: mark, substate: mark, error_type: mark }]),
    "42/_event," + JSON.stringify([mark, mark]),
    "42/_event," + JSON.stringify(["ping", mark]),
    `42/${mark},["event"]`,
    `42/_event,["event",{"name":"${mark}`,
    `9${mark}`, `451-/_event,["event",{"_placeholder":true,"num":"${mark}"}]`, mark,
    "42/_event," + JSON.stringify(["event", { name: mark.repeat(6000) }]),
  ];
  // Each in a line of its own, because any of them may be hung up on.
  for (const frame of frames) {
    const line = new WebSocket(`ws://${location.host}/_event/?EIO=4&transport=websocket&token=${crypto.randomUUID()}`);
    await new Promise((heard) => {
      const over = setTimeout(heard, 500);
      line.onmessage = ({ data }) => {
        if (data.startsWith("0")) line.send("40/_event,{}");
        if (data.startsWith("40")) { line.send(frame); setTimeout(heard, 60); }
      };
      line.onclose = line.onerror = () => { clearTimeout(over); heard(); };
    });
    line.close();
  }
}
