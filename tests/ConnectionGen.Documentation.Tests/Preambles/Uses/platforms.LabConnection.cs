await lab.Devices["bridge"].ConnectAsync();
Console.WriteLine(await lab.Devices["bridge"].ExecuteAsync("show clock"));
