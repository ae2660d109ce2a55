export const aboutInvitation = (id: string): string => `link of invitation ${id}`;
export const aboutReset = (id: string): string => `link of password reset ${id}`;
