//! The shipped lexicon is sound: no noun stands twice, no class hangs loose, and words are found in the forms that print uses.

#![expect(clippy::unwrap_used, reason = "a test says what failed by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use tadqiq::document::Syntax;
use tadqiq::engine::Engine;
use tadqiq::lang::lexicon::cue::Cue;
use tadqiq::lang::lexicon::given_name::NameUse;
use tadqiq::lang::lexicon::marks::Marks;
use tadqiq::lang::lexicon::noun::{Noun, NounForm};
use tadqiq::text::source::Source;
use tadqiq::token::tokenize;

type Sections = BTreeMap<String, Vec<String>>;

/// Every file below a folder of `rules/lexicon`, as maps from names to lines.
fn sections(folder: &str) -> Vec<(String, Sections)> {
    let root = format!("{}/rules/lexicon/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(&root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let read = |path: std::path::PathBuf| {
        let name = path.display().to_string();
        (name.clone(), section(&name))
    };
    files.into_iter().map(read).collect()
}

fn section(path: &str) -> Sections {
    let text = std::fs::read_to_string(path).unwrap();
    tadqiq::yaml::parse(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn classes() -> Sections {
    section(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/rules/lexicon/classes.yaml"
    ))
}

/// The entries of a word, folded as the lexicon holds it.
fn nouns(engine: &Engine, word: &str) -> Vec<Noun> {
    let folded = tadqiq::text::fold::fold(word);
    let readings = engine.lexicon.readings(&folded);
    let entries = readings
        .iter()
        .flat_map(|reading| engine.lexicon.nouns.get(reading.lex));
    entries.copied().collect()
}

fn is(engine: &Engine, word: &str, form: NounForm, class: &str) -> bool {
    let class = engine.lexicon.nouns.class(class);
    nouns(engine, word)
        .iter()
        .any(|noun| noun.form == form && noun.class == class)
}

#[test]
fn no_noun_stands_twice() {
    for language in ["ar", "en"] {
        let mut seen = BTreeSet::new();
        for (file, sections) in sections(&format!("{language}/nouns")) {
            for (class, lines) in &sections {
                for line in lines {
                    let mut words = line.split_whitespace();
                    let singular = words.next().unwrap();
                    let name = if singular == "-" {
                        words.next().unwrap()
                    } else {
                        singular
                    };
                    for spelling in name.split('/') {
                        let key = (tadqiq::text::fold::fold(spelling), class.clone());
                        assert!(seen.insert(key), "{file}: {class}: {line}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_class_is_in_the_tree() {
    let tree = classes();
    let nouns = ["ar/nouns", "en/nouns"].map(sections).into_iter().flatten();
    let events = ["ar", "en"].map(|language| {
        let file = format!("{language}/events.yaml");
        let sections = section(&format!(
            "{}/rules/lexicon/{file}",
            env!("CARGO_MANIFEST_DIR")
        ));
        (file, sections)
    });
    for (file, sections) in nouns.chain(events) {
        for class in sections.keys() {
            assert!(tree.contains_key(class), "{file}: {class}");
        }
    }
    for (class, parents) in &tree {
        for parent in parents {
            assert!(tree.contains_key(parent), "{class} is a kind of {parent}");
            assert!(
                !reaches(&tree, parent, class),
                "{class} is a kind of itself"
            );
        }
    }
}

fn reaches(tree: &Sections, from: &str, to: &str) -> bool {
    from == to || tree[from].iter().any(|parent| reaches(tree, parent, to))
}

#[test]
fn nouns_are_found_in_their_forms() {
    let engine = Engine::built_in().unwrap();
    for (word, form, class) in [
        ("قتيلاً", NounForm::Accusative, "killed"),
        ("والقتلى", NounForm::Plural, "killed"),
        ("مركبتين", NounForm::Dual, "vehicle"),
        ("المدرعات", NounForm::Plural, "armoured-vehicle"),
        ("للمهندسين", NounForm::Plural, "engineer"),
        ("موظفي", NounForm::Plural, "employee"),
        ("مستشفيان", NounForm::Dual, "hospital"),
        ("killed", NounForm::Plural, "killed"),
        ("children", NounForm::Plural, "child"),
        ("aircraft", NounForm::Singular, "aircraft"),
        ("armies", NounForm::Plural, "army"),
    ] {
        assert!(is(&engine, word, form, class), "{word} {form:?} {class}");
    }
}

#[test]
fn classes_are_kinds_of_their_parents() {
    let engine = Engine::built_in().unwrap();
    let nouns = &engine.lexicon.nouns;
    let class = |name: &str| nouns.class(name).unwrap_or_else(|| panic!("{name}"));
    for (narrow, wide) in [
        ("killed", "casualty"),
        ("killed", "person"),
        ("tank", "vehicle"),
        ("doctor", "person"),
        ("pupil", "student"),
    ] {
        assert!(nouns.is_a(class(narrow), class(wide)), "{narrow} {wide}");
    }
    assert!(!nouns.is_a(class("casualty"), class("killed")));
}

#[test]
fn verbs_and_verbal_nouns_carry_their_class() {
    let engine = Engine::built_in().unwrap();
    let killed = engine.lexicon.nouns.class("killed").unwrap();
    for word in [
        "قُتل",
        "وقتلوا",
        "مقتل",
        "حتفهم",
        "ومصرعهم",
        "killed",
        "died",
        "dying",
    ] {
        let readings = engine.lexicon.readings(&tadqiq::text::fold::fold(word));
        let entries: Vec<_> = readings.iter().map(|reading| reading.lex).collect();
        let hits = engine
            .lexicon
            .events
            .at(std::iter::once(entries.as_slice()));
        assert!(hits.contains(&(killed, 1)), "{word}");
    }
}

/// The cues of a text, each with the words that it stands on.
fn cues(engine: &Engine, text: &str) -> Vec<(Cue, String)> {
    let source = Source::new("text.txt", text);
    let document = engine.read(source, &Syntax::Plain, None);
    let tokens = tokenize(&document, &engine.lexicon);
    let words = |at: usize, length: usize| {
        let words = (at..at + length).map(|at| tokens.folded(at));
        words.collect::<Vec<_>>().join(" ")
    };
    let all = tokens.cues_in(0..tokens.list.len());
    all.map(|(at, hit)| (hit.cue, words(at, hit.length)))
        .collect()
}

#[test]
fn cues_are_found_in_running_text() {
    let engine = Engine::built_in().unwrap();
    for (text, cue, words) in [
        ("أصيب 12 عاملا بينهم سائقان", Cue::PartOf, "بينهم"),
        (
            "وصل 9 خبراء، وهم 4 أطباء و5 مهندسين",
            Cue::ClosedList,
            "وهم",
        ),
        ("وأعلنته الوزارة أمس", Cue::Says, "واعلنته"),
        ("وفقا للوزارة", Cue::SourceNoun, "للوزاره"),
        ("سيرتفع العدد", Cue::Future, "سيرتفع"),
        ("سيرتفع العدد", Cue::Rise, "سيرتفع"),
        ("ومقارنة بالعام الماضي", Cue::Compared, "ومقارنه"),
        ("مقارنة بالعام الماضي", Cue::Earlier, "بالعام الماضي"),
        (
            "The figure fell by half, the ministry said",
            Cue::Fall,
            "fell",
        ),
        (
            "The figure fell by half, the ministry said",
            Cue::Says,
            "said",
        ),
        (
            "12 people, most of whom were children",
            Cue::PartOf,
            "most of whom",
        ),
    ] {
        let found = cues(&engine, text);
        let holds = found.contains(&(cue, words.to_owned()));
        assert!(holds, "{text}: {cue:?} {words}: {found:?}");
    }
}

#[test]
fn prepositions_make_another_word_of_a_cue() {
    let engine = Engine::built_in().unwrap();
    for (text, cue) in [
        ("قدمت لهم المساعدة", Cue::ClosedList),
        ("أشاد بما تحقق", Cue::Negation),
        ("كلا البلدين", Cue::Negation),
    ] {
        let found = cues(&engine, text);
        assert!(
            found.iter().all(|(one, _)| *one != cue),
            "{text}: {found:?}"
        );
    }
}

/// A country or region of the gazetteer, as far as the tests look at it.
#[derive(serde::Deserialize)]
struct Country {
    #[serde(default, rename = "in")]
    within: Vec<String>,
    #[serde(default)]
    places: Vec<String>,
}

#[test]
fn the_gazetteer_is_whole() {
    let root = format!("{}/rules/lexicon/places", env!("CARGO_MANIFEST_DIR"));
    let (mut ids, mut within, mut cities) = (BTreeSet::new(), BTreeSet::new(), 0);
    for entry in std::fs::read_dir(root).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let file: BTreeMap<String, Country> = tadqiq::yaml::parse(&text).unwrap();
        for (id, country) in file {
            assert!(ids.insert(id.clone()), "{id} stands twice");
            within.extend(country.within);
            cities += country.places.len();
            for place in country.places {
                let first = place.split(['|', '/']).next().unwrap().trim();
                let name = first.to_lowercase().replace(' ', "-");
                assert!(ids.insert(name), "{place} stands twice, in {id}");
            }
        }
    }
    assert!(within.is_subset(&ids), "{:?}", within.difference(&ids));
    assert!(cities >= 600 && ids.len() - cities >= 200);
}

#[test]
fn places_and_names_are_found_in_running_text() {
    let engine = Engine::built_in().unwrap();
    let source = Source::new(
        "text.txt",
        "سافر سعيد إلى الولايات المتحدة ثم بالقاهرة مع صحفية لبنانية.",
    );
    let document = engine.read(source, &Syntax::Plain, None);
    let tokens = tokenize(&document, &engine.lexicon);
    let places = &engine.lexicon.places;
    let hits =
        (0..tokens.list.len()).flat_map(|at| tokens.phrases_at(places.phrases(), Marks::PLACE, at));
    let names: BTreeSet<_> = hits.map(|(place, _)| places.name(place.id)).collect();
    assert_eq!(names, BTreeSet::from(["cairo", "lebanon", "united-states"]));
    let saeed = tokens.readings(1).iter();
    let usage = saeed.filter_map(|reading| engine.lexicon.given_names.get(reading.lex));
    assert_eq!(usage.min(), Some(NameUse::Mostly));
}
