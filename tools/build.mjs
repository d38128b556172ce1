console.error("build: nothing to build yet");
