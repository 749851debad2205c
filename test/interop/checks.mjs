// Named checks with one line of output each, and an exit code at the end.
import { isDeepStrictEqual } from 'node:util'

/** Reads the task from standard input: one JSON value. */
export const readInput = async () => {
  let text = ''
  for await (const chunk of process.stdin) { text += chunk }
  return JSON.parse(text)
}

// JSON, with whole numbers of any size.
const text = (value) => JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}n` : v))

export class Checks {
  #passed = 0
  #failed = 0
  #last = performance.now()

  /** @param timeoutMs after this long the process ends with an error, whatever it waits for */
  constructor(timeoutMs) {
    setTimeout(() => {
      console.log(`FAIL  timed out after ${timeoutMs} ms`)
      process.exit(1)
    }, timeoutMs).unref()
  }

  /** Reports a step that is not a check of its own. */
  step(name) { this.#line('     ', name) }

  /** Runs get and compares what it gives with what is expected. An exception is a failure. */
  async equal(name, get, expected) {
    let got
    try {
      got = await get()
    } catch (err) {
      this.#failed++
      this.#line('FAIL ', name, err.stack)
      return
    }
    if (isDeepStrictEqual(got, expected)) {
      this.#passed++
      this.#line('ok   ', name)
    } else {
      this.#failed++
      this.#line('FAIL ', name, `\n  got       ${text(got)}\n  expected  ${text(expected)}`)
    }
  }

  /** Prints the closing line and ends the process. */
  end() {
    console.log(`${this.#passed} passed, ${this.#failed} failed`)
    process.exit(this.#failed === 0 && this.#passed > 0 ? 0 : 1)
  }

  #line(mark, name, detail = '') {
    const now = performance.now()
    console.log(`${mark} ${name} (${Math.round(now - this.#last)} ms) ${detail}`.trimEnd())
    this.#last = now
  }
}
