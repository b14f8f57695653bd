//! [`Currencies`]: which country's a currency word without one is, where the article says it.

use std::collections::BTreeMap;

use crate::claim::Claim;
use crate::lang::lexicon::unit::Units;
use crate::quantity::value::Kind;

/// Currency words without a country and the one country's that the article names beside them: "$" where it has "US$" and no other dollar.
#[derive(Clone, Debug, Default)]
pub struct Currencies {
    /// None where the article names several.
    meant: BTreeMap<&'static str, Option<&'static str>>,
}

impl Currencies {
    /// Those of an article.
    pub fn new(units: &Units, claims: &[Claim]) -> Self {
        let mut meant = BTreeMap::new();
        for claim in claims {
            let Some(unit) = claim.quantity.unit.filter(|_| is_money(claim)) else {
                continue;
            };
            let unit = units.measuring(unit, "money").map(|unit| units.get(unit));
            if let Some((unit, generic)) = unit.and_then(|unit| Some((unit.id, unit.generic?))) {
                meant
                    .entry(units.get(generic).id)
                    .and_modify(|known: &mut Option<&'static str>| {
                        *known = known.filter(|known| *known == unit);
                    })
                    .or_insert(Some(unit));
            }
        }
        Self { meant }
    }

    /// The unit that a claim is measured in, with its country where that is known.
    pub fn unit(&self, claim: &Claim) -> Option<&'static str> {
        let unit = claim.quantity.unit?;
        let meant = self.meant.get(unit).copied().flatten();
        Some(meant.filter(|_| is_money(claim)).unwrap_or(unit))
    }
}

fn is_money(claim: &Claim) -> bool {
    claim.quantity.kind == Kind::Money
}
