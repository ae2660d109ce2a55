const escaped = (text) =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Who is there? One button a person; no script, and a few lines of style. */
export const choicePage = (people, { prompt }) => `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Демо-провайдер</title>
<style>
body { font: 1.2rem/1.5 sans-serif; max-width: 34rem; margin: 2rem auto; padding: 0 1rem; color: #0b0c0c; }
button { font: inherit; width: 100%; text-align: left; padding: .6rem 1rem; margin: .3rem 0; cursor: pointer; }
label { display: block; margin: 1rem 0; } small { color: #505a5f; }
</style>
</head>
<body>
<h1>Кім кіреді? Кто входит?</h1>
<p>Демо-провайдер: құпиясөз сұралмайды. Демо-провайдер не спрашивает пароль и не работает в промышленной среде.${
  prompt === 'login' ? ' <strong>Өзіңізді қайта растаңыз. Подтвердите себя заново.</strong>' : ''
}</p>
<form method="post">
<label><input type="checkbox" name="factor" value="mfa"> екінші фактормен · со вторым фактором</label>
${people
  .map(
    ({ sub, name }) =>
      `<button name="sub" value="${escaped(sub)}">${escaped(name)}<br><small>${escaped(sub)}</small></button>`,
  )
  .join('\n')}
<button name="refuse" value="refuse">Бас тарту · Отказаться</button>
</form>
</body>
</html>
`;

/** Leave this provider too? @param {string} form without buttons, as the provider made it */
export const leavePage = (form) => `<!doctype html>
<html lang="ru">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Демо-провайдер</title></head>
<body>
<h1>Шығасыз ба? Выйти?</h1>
${form}
<button form="op.logoutForm" name="logout" value="yes">Шығу · Выйти</button>
<button form="op.logoutForm">Жоқ · Нет</button>
</body>
</html>
`;
