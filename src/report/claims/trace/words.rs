//! What `claims --explain` calls outcomes, slots, blockers and features, in both languages.

use crate::lang::Language;

/// Name, Arabic, English.
const WORDS: &[(&str, &str, &str)] = &[
    // The rows.
    ("verdict", "الحكم", "verdict"),
    ("states", "ما يقوله كل منهما", "what each states"),
    ("evidence", "القرائن", "evidence"),
    ("first", "الأول وحده", "first alone"),
    ("second", "الثاني وحده", "second alone"),
    ("sum", "المجموع", "sum"),
    ("sure", "الثقة", "confidence"),
    ("untold", "لا يقال عنهما شيء", "nothing is said of them"),
    // How far two figures come.
    (
        "no-figure",
        "أحدهما ليس رقما يقارَن بغيره",
        "one of them is no figure that is compared",
    ),
    (
        "other-key",
        "يقيسان أمرين مختلفين",
        "they measure different things",
    ),
    (
        "no-word",
        "لا تجمعهما كلمة دالة ولا عنوان",
        "no telling word in common, and neither is in a headline",
    ),
    ("blocked", "ليسا أمرا واحدا", "not one fact"),
    ("doubted", "موضع شك", "in doubt"),
    ("weighed", "وُزنت القرائن", "weighed"),
    // Agreement.
    ("same", "القيمة واحدة", "the same value"),
    ("compatible", "يصحان معا", "both can hold"),
    ("loose", "يصحان معا بتوسّع", "both can hold, loosely"),
    ("contradict", "لا يصحان معا", "both cannot hold"),
    ("incomparable", "لا يقاس أحدهما بالآخر", "not comparable"),
    // Blockers.
    ("agreement", "القيمتان تصحان معا", "both values can hold"),
    (
        "cut-short",
        "أحدهما هو الآخر بعد حذف كسوره",
        "one is the other cut short",
    ),
    (
        "fate",
        "أصاب كلا منهما أمر آخر",
        "different things befell them",
    ),
    ("one-sentence", "في جملة واحدة", "one sentence tells both"),
    (
        "part",
        "أحدهما جزء أو كل لجزء",
        "one is a part, or the whole of a part",
    ),
    (
        "comparison",
        "أحدهما للمقارنة",
        "one is set against another case",
    ),
    ("change", "أحدهما مقدار التغير", "one is a change"),
    (
        "one-more",
        "في العبارة ما يكمل الفرق",
        "the words make up the difference",
    ),
    (
        "few",
        "في الجملة واحد أو اثنان يكملان الفرق",
        "one or two in the sentence make up the difference",
    ),
    ("date", "لكل منهما تاريخ آخر", "each has another date"),
    ("place", "لكل منهما مكان آخر", "each has another place"),
    (
        "sum-of-parts",
        "الأكبر مجموع أرقام أخرى",
        "the larger is a sum of others",
    ),
    (
        "told",
        "المتن يقول في موضع آخر ما يقوله الملخص",
        "the body says elsewhere what the summary says",
    ),
    (
        "led",
        "المقدمة تقول ما يقوله الملخص",
        "the lead says what the summary says",
    ),
    ("items", "بندان من قائمة", "two items of a list"),
    (
        "parallel",
        "عبارتان متوازيتان عن أمرين",
        "parallel statements of two things",
    ),
    ("apart", "بينهما فرق شاسع", "worlds apart"),
    // Slots.
    ("key", "المقيس", "measured"),
    ("words", "الكلمات", "words"),
    ("modifiers", "الأوصاف", "modifiers"),
    ("names", "الأسماء", "names"),
    ("places", "الأماكن", "places"),
    (
        "anchors",
        "التواريخ والأعداد الترتيبية",
        "dates and ordinals",
    ),
    ("cues", "الإشارات", "cues"),
    // Cues.
    ("compared", "مقارنة", "compared"),
    ("earlier", "وقت سابق", "earlier"),
    ("part-of", "جزء", "part"),
    ("whole", "كل", "whole"),
    ("changed", "تغير", "change"),
    ("total", "مجموع", "total"),
    ("cumulative", "تراكمي", "cumulative"),
    ("fresh", "جديد", "new"),
    ("another", "آخر", "another"),
    ("negation", "نفي", "denied"),
    ("future", "مستقبل", "future"),
    ("rate", "معدل", "rate"),
    // Slips.
    (
        "digits-swapped",
        "أرقام تبادلت مواضعها",
        "digits changed places",
    ),
    ("one-digit", "خانة واحدة", "one digit"),
    ("power-of-ten", "صفر أو فاصلة", "a nought or a point"),
    ("scale-word", "ألف ضعف", "a thousandfold"),
    // Features.
    ("base", "قبل كل قرينة", "before all evidence"),
    ("doubt", "الشك", "doubt"),
    (
        "summary",
        "أحدهما في العنوان أو الملخص",
        "one in a headline or summary",
    ),
    (
        "summary-contained",
        "كلمات الملخص في المتن",
        "the summary's words in the body",
    ),
    (
        "summary-and-lead",
        "والآخر في المقدمة",
        "the other in the lead",
    ),
    (
        "crowd",
        "أرقام أخرى في الجملتين",
        "other figures in the sentences",
    ),
    ("contained", "نسبة المشترك", "share in common"),
    ("shared-modifiers", "أوصاف مشتركة", "modifiers in common"),
    (
        "modifiers-alone",
        "أوصاف غير مشتركة",
        "modifiers not in common",
    ),
    ("shared-names", "أسماء مشتركة", "names in common"),
    (
        "other-anchors",
        "تواريخ أو مراتب مختلفة",
        "other dates or ordinals",
    ),
    (
        "first-backed",
        "الأول مذكور في موضع آخر",
        "the first told elsewhere",
    ),
    (
        "second-backed",
        "الثاني مذكور في موضع آخر",
        "the second told elsewhere",
    ),
    (
        "summary-backed",
        "الملخص مذكور في موضع آخر",
        "the summary told elsewhere",
    ),
    (
        "echoed",
        "القيمة لأمر آخر",
        "the value is of another thing as well",
    ),
    ("values", "قيم أخرى لهذا المقيس", "values of this measure"),
    ("nearness", "قرب القيمتين", "nearness of the values"),
    (
        "no-slip",
        "لا زلة كتابة تفسر الفرق",
        "no slip of the keyboard",
    ),
    ("lead", "أحدهما في المقدمة", "one in the lead"),
    (
        "change-alone",
        "التغير لأحدهما وحده",
        "a change on one side alone",
    ),
    (
        "total-alone",
        "المجموع لأحدهما وحده",
        "a total on one side alone",
    ),
    ("other-noun", "المعدود بلفظ آخر", "another noun"),
    ("other-hedge", "تقريب آخر", "another hedge"),
    ("count", "عدد أشياء", "a count"),
    ("duration", "مدة", "a duration"),
    ("measure", "قياس", "a measure"),
    ("money", "مبلغ", "an amount of money"),
    ("percent", "نسبة مئوية", "a percentage"),
];

/// What a name is called in a language; the name itself where the table lacks it (a class, a unit, a rule).
pub fn word(name: &str, language: Language) -> &str {
    let found = WORDS.iter().find(|(known, ..)| *known == name);
    match (found, language) {
        (Some((_, arabic, _)), Language::Arabic) => arabic,
        (Some((_, _, english)), Language::English) => english,
        (None, _) => name,
    }
}
