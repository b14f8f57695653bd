//! [`Plan`]: which articles a run reads, and how each is checked: the program's own settings, those of the `tadqiq.yaml` above the article,
//! and the flags, which go before it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::cli::args::{FailOn, InputArgs, RuleArgs};
use crate::cli::files::{self, Input};
use crate::cli::finder::Finder;
use crate::cli::load;
use crate::cli::trouble::Trouble;
use crate::config::house::House;
use crate::config::ignore::{Ignore, UNUSED};
use crate::config::settings::Settings;
use crate::config::sidecar;
use crate::diagnostic::Severity;
use crate::document::{Syntax, front_matter};
use crate::engine::{Engine, Lines, Options};
use crate::lang::Language;
use crate::report::ArticleReport;
use crate::report::claims::Ledger;
use crate::report::claims::trace::Traces;
use crate::rule::pack::Pack;
use crate::text::source::Source;

/// What the command line asks for.
#[derive(Clone, Copy)]
pub(super) struct Wishes<'a> {
    /// Which articles.
    pub(super) input: &'a InputArgs,
    /// Which rules.
    pub(super) rules: &'a RuleArgs,
    /// The configuration file for all of them.
    pub(super) config: Option<&'a Path>,
    /// The language of messages.
    pub(super) ui: Option<Language>,
    /// What is left out.
    pub(super) min_severity: Option<Severity>,
    /// What fails the run.
    pub(super) fail_on: Option<FailOn>,
}

/// The articles of a run with how each is checked.
pub(super) struct Plan {
    /// The articles, in order of path.
    pub(super) inputs: Vec<Input>,
    tasks: Vec<Task>,
}

/// One article.
struct Task {
    desk: Arc<Desk>,
    date: Option<Date>,
    ignores: Vec<Ignore>,
}

/// What articles with the same settings share.
struct Desk {
    house: Option<Arc<House>>,
    engine: Arc<Engine>,
    pack: Pack,
    options: Options,
    date_keys: Vec<String>,
    fail_on: Option<Severity>,
}

impl Plan {
    /// Finds the articles and the settings of each. What is wrong in a configuration file is told, and its articles are checked without it.
    pub(super) fn new(wishes: &Wishes<'_>, trouble: &mut Trouble) -> anyhow::Result<Self> {
        let mut planner = Planner::new(*wishes, trouble)?;
        let mut inputs = files::inputs(wishes.input, trouble);
        let mut tasks = Vec::with_capacity(inputs.len());
        inputs.retain(|input| {
            let task = planner.task(input, trouble);
            let kept = task.is_some();
            tasks.extend(task);
            kept
        });
        planner.know_names()?;
        Ok(Self { inputs, tasks })
    }

    /// What is wrong with an article.
    pub(super) fn check(&self, at: usize, source: Source, syntax: &Syntax) -> ArticleReport {
        let task = &self.tasks[at];
        let options = task.options(&source);
        let desk = &task.desk;
        desk.engine.check_by(&desk.pack, source, syntax, &options)
    }

    /// The claims of an article.
    pub(super) fn claims(&self, at: usize, source: Source, syntax: &Syntax) -> Ledger {
        let task = &self.tasks[at];
        let options = task.options(&source);
        task.desk.engine.claims(source, syntax, &options)
    }

    /// Why the figures of an article were compared, or were not.
    pub(super) fn explain(
        &self,
        at: usize,
        source: Source,
        syntax: &Syntax,
        lines: Lines,
    ) -> Traces {
        let task = &self.tasks[at];
        let options = task.options(&source);
        task.desk.engine.explain(source, syntax, &options, lines)
    }

    /// Whether what is left in the report of an article fails the run.
    pub(super) fn fails(&self, at: usize, article: &ArticleReport) -> bool {
        let least = self.tasks[at].desk.fail_on;
        let mut found = article.diagnostics.iter();
        least.is_some_and(|least| found.any(|one| one.severity >= least))
    }

    /// The least severity that fails the run for any article.
    pub(super) fn fail_on(&self) -> Option<Severity> {
        self.tasks.iter().filter_map(|task| task.desk.fail_on).min()
    }

    /// The file of known findings that the newsroom names for an article.
    pub(super) fn baseline(&self, at: usize) -> Option<PathBuf> {
        let house = self.house(at)?;
        Some(house.folder.join(house.config.baseline.as_ref()?))
    }

    /// The newsroom of an article.
    pub(super) fn house(&self, at: usize) -> Option<&House> {
        self.tasks[at].desk.house.as_deref()
    }

    /// Whether a rule or group looked at an article, and an order would be told that silences nothing there.
    pub(super) fn judges(&self, at: usize, name: &str) -> bool {
        let desk = &self.tasks[at].desk;
        desk.options.unused.is_some() && desk.pack.knows(name)
    }

    /// The language of messages, where it is one for all articles.
    pub(super) fn ui(&self) -> Option<Language> {
        let mut all = self.tasks.iter().map(|task| task.desk.options.ui);
        let first = all.next().flatten();
        first.filter(|_| all.all(|ui| ui == first))
    }

    /// All rules that the run may report, each once.
    pub(super) fn rules(&self) -> Pack {
        let mut all = Pack::default();
        let mut before: Option<&Arc<Desk>> = None;
        for task in &self.tasks {
            if before.is_none_or(|before| !Arc::ptr_eq(before, &task.desk)) {
                all.merge(&task.desk.pack);
            }
            before = Some(&task.desk);
        }
        all
    }
}

impl Task {
    /// How the article is read and checked.
    fn options(&self, source: &Source) -> Options {
        let desk = &self.desk;
        let mut keys = desk.date_keys.iter();
        Options {
            date: self.date,
            own_date: keys.find_map(|key| front_matter::date_in(&source.text, key)),
            ignores: self.ignores.clone(),
            ..desk.options.clone()
        }
    }
}

/// Makes tasks of inputs; what is alike is made once.
struct Planner<'a> {
    wishes: Wishes<'a>,
    finder: Finder,
    /// The built-in rules and words, with those of `--rules`.
    engine: Arc<Engine>,
    /// The rules of `--rules` alone, which go before those of a newsroom.
    flagged: Pack,
    built_in: Pack,
    /// Rules and words with those of a newsroom, by its file.
    houses: BTreeMap<String, (Arc<Engine>, Pack)>,
    /// By the newsroom's file and the entries of its `paths` that fit.
    desks: BTreeMap<(String, Vec<usize>), Arc<Desk>>,
}

impl<'a> Planner<'a> {
    fn new(wishes: Wishes<'a>, trouble: &mut Trouble) -> anyhow::Result<Self> {
        let mut engine = load::built_in()?;
        let built_in = engine.pack.clone();
        let mut flagged = Pack::default();
        for dir in &wishes.rules.rules {
            if let Some(files) = load::yaml_files(dir, "check --rules", trouble) {
                load::add_rules(&mut flagged, dir, &files, trouble);
                load::add_words(&mut engine.lexicon, dir, &files, trouble);
            }
        }
        engine.pack.merge(&flagged);
        Ok(Self {
            wishes,
            finder: Finder::new(wishes.config, trouble),
            engine: Arc::new(engine),
            flagged,
            built_in,
            houses: BTreeMap::new(),
            desks: BTreeMap::new(),
        })
    }

    /// How an article is checked; none where its newsroom says that it is no article.
    fn task(&mut self, input: &Input, trouble: &mut Trouble) -> Option<Task> {
        let house = self.finder.of(input, trouble);
        let path = house.as_ref().map(|house| below(input, house));
        let path = path.unwrap_or_default();
        let mut ignores = sidecar(input, trouble);
        let (mut fitting, mut file_date) = (Vec::new(), None);
        if let Some(house) = &house {
            if input.was_found() && house.excludes(&path) {
                return None;
            }
            fitting = house.fitting(&path);
            file_date = house.settings(&fitting).file_date(&path);
            ignores.extend(house.ignores(&path));
        }
        let desk = self.desk(house, fitting, trouble);
        Some(Task {
            date: file_date.or(desk.options.date),
            desk,
            ignores,
        })
    }

    fn desk(
        &mut self,
        owner: Option<Arc<House>>,
        fitting: Vec<usize>,
        trouble: &mut Trouble,
    ) -> Arc<Desk> {
        let house = owner.as_deref();
        let name = house.map_or_else(String::new, |house| house.name.clone());
        let key = (name, fitting);
        if let Some(desk) = self.desks.get(&key) {
            return Arc::clone(desk);
        }
        let (engine, mut pack) = match house {
            Some(house) => self.house(house, trouble),
            None => (Arc::clone(&self.engine), self.engine.pack.clone()),
        };
        let settings = house.map_or_else(Settings::default, |house| house.settings(&key.1));
        let mut forced = self.forced(&pack);
        settings.apply(&mut pack);
        forced.retain(|rule| pack.get(rule.id.as_str()).is_none());
        pack.merge(&forced);
        load::choose(&mut pack, self.wishes.rules);
        let desk = Arc::new(Desk {
            options: self.options(&settings),
            date_keys: settings.date_keys().to_vec(),
            fail_on: self.fail_on(&settings),
            house: owner,
            engine,
            pack,
        });
        self.desks.insert(key, Arc::clone(&desk));
        desk
    }

    /// The rules that `--select` names by their id, as they are by themselves: they are run though the newsroom has them off.
    fn forced(&self, pack: &Pack) -> Pack {
        let mut forced = Pack::default();
        for name in &self.wishes.rules.select {
            if let Some(rule) = pack.get(name) {
                forced.insert(rule.clone());
            }
        }
        forced
    }

    /// Rules and words of a newsroom, with those of `--rules` before them.
    fn house(&mut self, house: &House, trouble: &mut Trouble) -> (Arc<Engine>, Pack) {
        if let Some((engine, pack)) = self.houses.get(&house.name) {
            return (Arc::clone(engine), pack.clone());
        }
        let mut pack = self.built_in.clone();
        let lists = load::add_house(&mut pack, house, trouble);
        pack.merge(&self.flagged);
        for error in house.unknown(&pack) {
            trouble.tell_yaml("config", &house.name, house.text(), &error);
        }
        let engine = self.worded(&pack, &lists, trouble);
        let made = (engine, pack);
        self.houses.insert(house.name.clone(), made.clone());
        made
    }

    /// An engine with further word lists; the usual one where there are none.
    fn worded(
        &self,
        pack: &Pack,
        lists: &[(PathBuf, Vec<PathBuf>)],
        trouble: &mut Trouble,
    ) -> Arc<Engine> {
        let is_list = |(dir, files): &(PathBuf, Vec<PathBuf>)| {
            files.iter().any(|file| load::is_word_list(file, dir))
        };
        if !lists.iter().any(is_list) {
            return Arc::clone(&self.engine);
        }
        let mut lexicon = self.engine.lexicon.clone();
        for (dir, files) in lists {
            load::add_words(&mut lexicon, dir, files, trouble);
        }
        Arc::new(Engine::new(pack.clone(), lexicon))
    }

    fn options(&self, settings: &Settings<'_>) -> Options {
        let wishes = &self.wishes;
        let ui = settings.last(|layer| layer.ui).map(|(ui, _)| ui.into());
        let language = settings.last(|layer| layer.language);
        let least = settings.last(|layer| layer.min_severity);
        let least = least.map_or(Severity::Info, |(grade, _)| grade.into());
        let RuleArgs { select, ignore, .. } = wishes.rules;
        let names = |list: &[String]| list.iter().any(|name| name == UNUSED);
        let told = (select.is_empty() || names(select)) && !names(ignore);
        Options {
            date: wishes.input.date.or(settings.default_date()),
            language: wishes
                .input
                .language
                .or(language.map(|(one, _)| one.into())),
            ui: wishes.ui.or(ui),
            min_severity: wishes.min_severity.unwrap_or(least),
            unused: settings.unused().filter(|_| told),
            ..Options::default()
        }
    }

    fn fail_on(&self, settings: &Settings<'_>) -> Option<Severity> {
        if let Some(flag) = self.wishes.fail_on {
            return flag.severity();
        }
        let set = settings.last(|layer| layer.fail_on);
        set.map_or(Some(Severity::Error), |(fail_on, _)| fail_on.severity())
    }

    /// Refuses the name of a rule that the run does not have.
    fn know_names(&self) -> anyhow::Result<()> {
        let RuleArgs { select, ignore, .. } = self.wishes.rules;
        let houses = self.houses.values().map(|(_, pack)| pack);
        let packs: Vec<&Pack> = houses.chain([&self.engine.pack]).collect();
        let mut names = select.iter().chain(ignore);
        names.try_for_each(|name| load::know(&packs, name))
    }
}

/// The path of an article from the folder of its newsroom's file.
pub(super) fn below(input: &Input, house: &House) -> String {
    let path = input.whole_path();
    let path = path.as_deref().unwrap_or(Path::new(input.name()));
    files::slashed(path.strip_prefix(&house.folder).unwrap_or(path))
}

/// What the sidecar of an article leaves out.
fn sidecar(input: &Input, trouble: &mut Trouble) -> Vec<Ignore> {
    let Some(path) = input.path() else {
        return Vec::new();
    };
    let mut file = path.as_os_str().to_owned();
    file.push(sidecar::ENDING);
    let name = format!("{}{}", input.name(), sidecar::ENDING);
    let Ok(text) = fs::read_to_string(&file) else {
        if Path::new(&file).exists() {
            trouble.tell(&format!("{name}: not readable; allow reading it"));
        }
        return Vec::new();
    };
    match sidecar::parse(&text) {
        Ok(entries) => {
            let entries = entries.into_iter();
            let entries = entries.map(|entry| Ignore {
                rule: entry.rule,
                quote: entry.quote,
                origin: Some(format!("{name}:{}", entry.line)),
                entry: None,
            });
            entries.collect()
        }
        Err(error) => {
            trouble.tell_yaml("sidecar", &name, &text, &error);
            Vec::new()
        }
    }
}
