//! Which tokens stand between quotation marks.

use crate::text::split::PieceKind;
use crate::token::Tokens;

/// One flag a token. A quotation ends with its block, whether it was closed or not.
pub(super) fn quoted(tokens: &Tokens) -> Vec<bool> {
    let mut flags = Vec::with_capacity(tokens.list.len());
    let (mut open, mut block) = (false, 0);
    for (at, token) in tokens.list.iter().enumerate() {
        if token.block != block {
            (open, block) = (false, token.block);
        }
        if token.kind == PieceKind::Punctuation {
            open = match tokens.folded(at) {
                "«" | "“" | "„" => true,
                "»" | "”" => false,
                "\"" => !open,
                _ => open,
            };
        }
        flags.push(open);
    }
    flags
}
