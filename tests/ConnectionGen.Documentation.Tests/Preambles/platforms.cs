using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Platforms;

var core = lab.Devices["core"];
await core.ConnectAsync<CliConnection>();
string[] lines = ["set system host-name core"];

static Regex Prompt() => new("#$");
static Regex ConfigurePrompt() => new("%$");
static Regex Save() => new("Save");
