//! Articles that vary in content: no two have the same sentences, figures and names in the same order.
//!
//! The prose is made for the purpose. An article of one number is always the same, on every machine.

/// The language of an article.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Tongue {
    /// Arabic.
    Arabic,
    /// English.
    English,
}

/// An article of about so many bytes.
pub(crate) fn article(tongue: Tongue, number: u64, bytes: usize) -> String {
    let mut dice = Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let (headlines, sentences) = match tongue {
        Tongue::Arabic => (ARABIC_HEADLINES, ARABIC),
        Tongue::English => (ENGLISH_HEADLINES, ENGLISH),
    };
    let mut text = fill(dice.pick(headlines), tongue, &mut dice);
    text.push_str("\n\n");
    while text.len() < bytes {
        for _ in 0..2 + dice.below(3) {
            text.push_str(&fill(dice.pick(sentences), tongue, &mut dice));
            text.push(' ');
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
    }
    text
}

/// Random numbers that are always the same (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn pick<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list[self.below(list.len() as u64) as usize]
    }
}

/// A template with its slots filled.
fn fill(template: &str, tongue: Tongue, dice: &mut Dice) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((slot, after)) = behind.split_once('}') else {
            break;
        };
        out.push_str(before);
        out.push_str(&value(slot, tongue, dice));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn value(slot: &str, tongue: Tongue, dice: &mut Dice) -> String {
    let arabic = matches!(tongue, Tongue::Arabic);
    let pick = |dice: &mut Dice, ar: &[&'static str], en: &[&'static str]| {
        dice.pick(if arabic { ar } else { en }).to_owned()
    };
    match slot {
        "few" => (3 + dice.below(8)).to_string(),
        "n" => (11 + dice.below(900)).to_string(),
        "big" => {
            let (thousands, rest) = (1 + dice.below(90), dice.below(1000));
            format!("{thousands},{rest:03}")
        }
        "pct" => format!("{}.{}", 1 + dice.below(60), dice.below(10)),
        "year" => (1985 + dice.below(40)).to_string(),
        "day" => (1 + dice.below(28)).to_string(),
        "month" => pick(dice, ARABIC_MONTHS, ENGLISH_MONTHS),
        "place" => pick(dice, ARABIC_PLACES, ENGLISH_PLACES),
        "who" => pick(dice, ARABIC_PEOPLE, ENGLISH_PEOPLE),
        "thing" => pick(dice, ARABIC_THINGS, ENGLISH_THINGS),
        "body" => pick(dice, ARABIC_BODIES, ENGLISH_BODIES),
        _ => String::new(),
    }
}

const ARABIC_MONTHS: &[&str] = &[
    "يناير",
    "مارس",
    "أبريل",
    "يونيو",
    "أغسطس",
    "أكتوبر",
    "نوفمبر",
];
const ENGLISH_MONTHS: &[&str] = &[
    "January", "March", "April", "June", "August", "October", "November",
];
const ARABIC_PLACES: &[&str] = &[
    "البصرة",
    "طرابلس",
    "الإسكندرية",
    "حلب",
    "عمّان",
    "صنعاء",
    "مراكش",
    "جدة",
    "نواكشوط",
    "صفاقس",
];
const ENGLISH_PLACES: &[&str] = &[
    "Basra",
    "Tripoli",
    "Leeds",
    "Aleppo",
    "Lisbon",
    "Nairobi",
    "Marrakesh",
    "Denver",
    "Perth",
    "Oslo",
];
const ARABIC_PEOPLE: &[&str] = &[
    "المهندسة سلمى الحداد",
    "الدكتور عمر الصباغ",
    "العميد كريم الناصر",
    "الباحثة ليلى المرزوقي",
    "المتحدث باسم البلدية فارس العلي",
    "مديرة المصرف هدى الشامي",
    "الربان يوسف البحري",
];
const ENGLISH_PEOPLE: &[&str] = &[
    "Laura Haddad",
    "Dr Omar Sabbagh",
    "Captain Karim Nasser",
    "the surveyor Leila Marsh",
    "the council's spokesman Peter Ali",
    "Helen Shaw",
    "the skipper Joseph Waters",
];
const ARABIC_THINGS: &[&str] = &[
    "شاحنة",
    "مدرسة",
    "عامل",
    "مزرعة",
    "سفينة",
    "مركبة",
    "طالب",
    "منزل",
    "بئر",
    "شركة",
];
const ENGLISH_THINGS: &[&str] = &[
    "lorries",
    "schools",
    "workers",
    "farms",
    "ships",
    "vehicles",
    "students",
    "houses",
    "wells",
    "companies",
];
const ARABIC_BODIES: &[&str] = &[
    "وزارة النقل",
    "هيئة الموانئ",
    "البنك المركزي",
    "مجلس المدينة",
    "الجمعية الزراعية",
    "دائرة الإحصاء",
];
const ENGLISH_BODIES: &[&str] = &[
    "the transport ministry",
    "the port authority",
    "the central bank",
    "the city council",
    "the growers' association",
    "the statistics office",
];
const ARABIC_HEADLINES: &[&str] = &[
    "{body} تفتتح طريقا جديدا يربط {place} بالميناء",
    "ارتفاع الصادرات من {place} بنسبة {pct}% خلال عام",
    "{n} {thing} تشارك في معرض {place}",
    "أمطار غزيرة تغلق جسر {place} وتؤخر وصول القوافل",
];
const ENGLISH_HEADLINES: &[&str] = &[
    "New road links {place} with its harbour",
    "Exports from {place} rise {pct}% in a year",
    "{n} {thing} take part in the {place} fair",
    "Heavy rain closes the bridge at {place} and holds up convoys",
];
const ARABIC: &[&str] = &[
    "وصلت القافلة إلى {place} صباح الأحد بعد رحلة استغرقت {few} أيام عبر الطريق الساحلي.",
    "وقالت {body} في بيان إن العمل في المشروع بدأ عام {year} وإن كلفته بلغت {n} مليون دولار.",
    "وأضاف {who} أن الفرق الفنية فحصت {n} {thing} ولم تجد فيها خللا يستدعي التوقف.",
    "وكانت المدينة قد استقبلت نحو {big} زائر في الموسم السابق، معظمهم من القرى المجاورة.",
    "ويرى سكان الحي القديم أن الأشجار التي زرعت على ضفتي النهر غيرت هواء المكان وأعادت إليه الحياة.",
    "وارتفع الإنتاج بنسبة {pct}% مقارنة بالعام الماضي، بحسب أرقام نشرتها {body}.",
    "وذكر {who} أن الاجتماع المقبل سيعقد في {place} يوم {day} {month}، بحضور ممثلين عن المزارعين والتجار.",
    "ولم تصدر الشركة المنفذة تعليقا على ما نشرته الصحف المحلية عن تأخر وصول المعدات.",
    "وتضم الخطة ثلاث مراحل، أولاها توسيع المدخل الشمالي، وثانيتها بناء محطة للقطارات قرب السوق.",
    "وأوضح التقرير أن {n} {thing} استفادت من القروض الصغيرة منذ {month} {year}.",
    "ويبلغ طول الطريق {n} كيلومترا، ويمر بأربع بلدات قبل أن ينتهي عند الميناء الجديد.",
    "وتابع {who} قائلا: «نعمل مع الأهالي يدا بيد، ولن نترك أحدا خلفنا مهما كانت الصعوبات».",
    "واستمرت أعمال الصيانة حتى ساعة متأخرة من الليل، بينما تولى متطوعون تنظيم حركة السير.",
    "وفي {place}، افتتحت مكتبة عامة تحوي أكثر من {big} كتاب تبرع بها مؤلفون وناشرون.",
    "وتعد هذه الدورة من المعرض الأكبر من نوعها، إذ جاء المشاركون من {few} دول.",
    "وأعلنت {body} أن التسجيل يبدأ الساعة العاشرة صباحا وينتهي قبيل المغرب.",
    "وبحسب الدراسة، فإن نصف السكان تقريبا يعملون في الزراعة والصيد، والباقون في التجارة والخدمات.",
    "وأدى هطول الأمطار إلى إغلاق الجسر يومين، قبل أن تنجح الفرق في إزالة الطمي وفتح المجرى.",
    "وقد شارك في السباق {n} متسابقا، قطعوا مسافة عشرين كيلومترا بين التلال وبساتين الزيتون.",
    "ويأمل الصيادون أن تسمح السلطات لهم بالعودة إلى البحر مع تحسن الأحوال الجوية في الأيام المقبلة.",
];
const ENGLISH: &[&str] = &[
    "The convoy reached {place} on Sunday morning after a journey of {few} days along the coast.",
    "In a statement, {body} said that work on the project began in {year} and had cost ${n} million.",
    "Engineers have looked at {n} {thing} and found nothing that would call for a halt, {who} added.",
    "About {big} visitors came to the town last season, most of them from the villages near by.",
    "People in the old quarter say that the trees along both banks have changed the air of the place and brought it back to life.",
    "Output rose {pct}% compared with the year before, according to figures that {body} published.",
    "The next meeting will be held in {place} on {day} {month}, {who} said, with farmers and traders at one table.",
    "The builder made no comment on reports in the local press that equipment had arrived late.",
    "The plan has three stages: the northern entrance will be widened first, and a railway station will follow beside the market.",
    "Since {month} {year}, the report says, {n} {thing} have been helped by small loans.",
    "The road is {n} kilometres long and passes through four towns before it ends at the new harbour.",
    "“We work hand in hand with the people here, and we will leave nobody behind,” {who} went on.",
    "Repairs went on late into the night while volunteers directed the traffic.",
    "A public library with more than {big} books, all of them given by writers and publishers, has opened in {place}.",
    "This year's fair is the largest of its kind, with guests from {few} countries.",
    "Registration opens at ten in the morning and closes shortly before sunset, {body} announced.",
    "About half of those who live here work on the land or at sea, the study found, and the rest in trade and services.",
    "The bridge was closed for two days by the rain before crews cleared the silt and opened the channel.",
    "There were {n} runners in the race, which led for twenty kilometres through hills and olive groves.",
    "Fishermen hope to be allowed out to sea again as the weather improves over the coming days.",
];
