"""Pure values and rules; standard library only. Everybody may import this room, it imports nobody."""
