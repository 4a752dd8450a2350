use hirekit::{document, guide::Guide, kit, template::Library};
#[test]
fn render() {
    let text = std::fs::read_to_string("guides/it-manager.yaml").unwrap();
    let guide: Guide = serde_yaml::from_str(&text).unwrap();
    let lib = Library::new(Default::default())
        .map_err(|e| format!("{e:?}"))
        .unwrap();
    let fills = Default::default();
    for p in kit::packets(&guide, &fills, &kit::version(&text), "it-manager.yaml") {
        let md = lib.render(p.context.template(), &p.context).unwrap();
        let (doc, problems) = document::parse(&md);
        assert!(problems.is_empty(), "{} {problems:?}", p.path());
        let f = format!("/tmp/mdout/{}.md", p.path());
        std::fs::create_dir_all(std::path::Path::new(&f).parent().unwrap()).unwrap();
        std::fs::write(&f, md).unwrap();
        std::fs::write(f.replace(".md", ".tree"), format!("{doc:#?}")).unwrap();
    }
}
