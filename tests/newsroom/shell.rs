//! Around the program: completions, manual pages, watching.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use crate::Newsroom;

#[test]
fn completions_and_pages_are_made_of_the_commands() {
    let newsroom = Newsroom::new(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = newsroom.run(&["completions", shell]);
        assert!(
            said.code == Some(0) && said.out.contains("baseline"),
            "{shell}"
        );
    }
    let page = newsroom.run(&["man"]);
    assert!(
        page.code == Some(0) && page.out.contains(".TH tadqiq 1") && page.out.contains("explain")
    );
    assert_eq!(newsroom.run(&["man", "--dir", "."]).code, Some(0));
    assert!(newsroom.read("tadqiq-check.1").contains("baseline"));
    assert_eq!(newsroom.run(&["man", "--dir", "new/pages"]).code, Some(0));
    assert!(newsroom.read("new/pages/tadqiq.1").contains(".TH"));
    newsroom.write("taken", "");
    let said = newsroom.run(&["man", "--dir", "taken/pages"]);
    assert!(
        said.code == Some(2) && said.err.contains("taken"),
        "{said:?}"
    );
}

/// What other programs run is run as it is written.
#[test]
fn hooks_and_the_action_name_flags_that_exist() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).expect("the file is there");
    let parse = |text: &str| serde_yaml::from_str::<serde_json::Value>(text).expect("YAML");
    let hooks = parse(&read(".pre-commit-hooks.yaml"));
    let newsroom = Newsroom::new(&[("a.md", "وصلت السفينة.\n")]);
    for hook in hooks.as_array().expect("a list") {
        let entry = hook["entry"].as_str().expect("a command");
        let words: Vec<_> = entry.split(' ').skip(1).chain(["a.md"]).collect();
        assert_eq!(newsroom.run(&words).code, Some(0), "{entry}");
    }
    let action = parse(&read(".github/actions/check/action.yml"));
    let steps = action["runs"]["steps"].as_array().expect("steps");
    let commands = steps.iter().filter_map(|step| step["run"].as_str());
    let commands = commands.collect::<Vec<_>>().join("\n");
    let help = newsroom.run(&["check", "--help"]).out;
    assert!(commands.contains("tadqiq check") && commands.contains("--since"));
    assert!(help.contains("--since"));
}

#[test]
fn a_watched_article_is_checked_again_when_it_is_saved() {
    let newsroom = Newsroom::new(&[("a.txt", "عاد من سفره.\n")]);
    let mut child = newsroom
        .command(&["check", "--watch", "--format", "short", "."])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let said = BufReader::new(child.stderr.take().expect("a pipe")).lines();
    let mut said = said.map_while(Result::ok);
    assert!(
        said.any(|line| line.contains("watching")),
        "it never began to watch"
    );
    newsroom.write("a.txt", "عاد من من سفره.\n");
    let out = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut out = out.map_while(Result::ok);
    let found = out.any(|line| line.contains("repeated-word"));
    child.kill().expect("it can be ended");
    child.wait().expect("an end");
    assert!(found, "the change was not seen");
}
