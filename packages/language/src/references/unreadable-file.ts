/** Why a file is no readable spec, in words that follow "it": "is a folder". */
export class UnreadableFile extends Error {}
