// Loaded before an app: when the process that started it is killed outright, the app ends in its usual, orderly way.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
