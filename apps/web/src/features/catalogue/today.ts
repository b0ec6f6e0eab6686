/** The day where the law counts it, `YYYY-MM-DD`. */
export const todayInParis = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format();
