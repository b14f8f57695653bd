//! The JSON Schema of `tadqiq.yaml`, for editors.

use schemars::generate::SchemaSettings;

use crate::config::Config;

/// The schema as JSON text.
pub fn schema() -> serde_json::Result<String> {
    let mut schema = SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<Config>();
    schema.insert("title".to_owned(), "tadqiq.yaml".into());
    // A file of comments alone, as `tadqiq init` writes it, sets nothing.
    schema.insert("type".to_owned(), ["object", "null"].as_slice().into());
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    Ok(text)
}
