/** What `replaceRecording` announces with every answer. The contract gives the dates in words. */
export const replaceRecordingDeprecation = {
  /** Since 2026-11-21 (RFC 9745). */
  Deprecation: '@1795219200',
  /** Until 2027-05-31 (RFC 8594). */
  Sunset: 'Mon, 31 May 2027 00:00:00 GMT',
} as const;
