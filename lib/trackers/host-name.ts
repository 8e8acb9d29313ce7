/** A host's name in small letters, with its port where it has one: to nothing else is a token sent. */
export const HOST_NAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;
