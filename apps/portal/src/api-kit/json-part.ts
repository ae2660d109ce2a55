/** What is no JSON object has no members, and the shape then names what is missing. */
export function jsonObject(text: unknown): object {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
