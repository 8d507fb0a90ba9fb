let common: ReadonlySet<string> | undefined

/**
 * The passwords that most people have, from those that were stolen and made public: read when somebody chooses one, and
 * never sent to a browser.
 *
 * @source OWASP ASVS 5.0 6.2.4; NIST SP 800-63B-4 section 3.1.1.2
 */
export async function commonPasswords(): Promise<ReadonlySet<string>> {
  if (!common) {
    const { dictionary } = await import('@zxcvbn-ts/language-common')
    common = new Set(dictionary['passwords-common'].map(String))
  }
  return common
}
