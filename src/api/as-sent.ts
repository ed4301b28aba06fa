type Sent<T> = T extends object ? { -readonly [Key in keyof T]: Sent<T[Key]> } : T;

/** The same value: what the use cases promise not to change is only read on its way out. */
export const asSent = <T>(value: T): Sent<T> => value as Sent<T>;
